import { useQuery } from "@tanstack/react-query";
import { useRoleName } from "@/ui/role-name";
import { rolesQuery } from "./org";

/** The roles as choices of a Select, and the name behind a key. */
export function useRoles() {
  const roles = useQuery(rolesQuery).data ?? [];
  const roleName = useRoleName();
  return {
    choices: roles.map((role) => ({ value: role.key, label: roleName(role) })),
    nameOf: (key: string) => roleName({ key, name: roles.find((role) => role.key === key)?.name }),
  };
}
