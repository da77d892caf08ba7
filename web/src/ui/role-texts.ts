import { texts } from "@/lib/texts";

/** The roles that every company starts with, by key. */
export const roleTexts = texts(
  { admin: "管理员", hr: "人事", executive: "高管", it: "信息技术", lead: "负责人", staff: "员工" },
  { admin: "Admin", hr: "HR", executive: "Executive", it: "IT", lead: "Lead", staff: "Staff" },
);
