import { texts } from "@/lib/texts";

/** Menu labels and what belongs to no feature. */
export const appTexts = texts(
  {
    daily: "日常",
    improve: "改进",
    insight: "洞察",
    build: "搭建",
    account: "我的账号",
    signOut: "退出登录",
    switchTenant: "切换企业",
    notFound: "没有这个页面",
    notFoundHint: "地址可能写错了，或者页面已经搬走。",
    home: "回到首页",
    broken: "这一页出错了",
    brokenHint: "其他页面不受影响。重新打开这一页，还不行就把下面的内容报给管理员。",
    reload: "重新打开",
    nothingYet: "你还没有可用的页面",
    nothingYetHint: "管理员给你分配角色后，这里会出现你的页面。",
  },
  {
    daily: "Daily",
    improve: "Improve",
    insight: "Insight",
    build: "Build",
    account: "My account",
    signOut: "Sign out",
    switchTenant: "Switch company",
    notFound: "No such page",
    notFoundHint: "The address may be wrong, or the page has moved.",
    home: "Go to the start page",
    broken: "This page broke",
    brokenHint: "Other pages still work. Open it again; if that doesn't help, give the text below to your admin.",
    reload: "Open again",
    nothingYet: "You have no pages yet",
    nothingYetHint: "They appear here as soon as an admin gives you a role.",
  },
);
