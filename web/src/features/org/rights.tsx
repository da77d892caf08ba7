import { Checkbox } from "antd";
import type { Permission } from "@/lib/me";
import { permissionGroups } from "./org";
import { orgTexts } from "./org-texts";
import styles from "./rights.module.css";

interface RightsProps {
  value?: Permission[];
  onChange?: (permissions: Permission[]) => void;
  /** Only these can be chosen: nobody gives what they don't have. */
  among?: Permission[];
  disabled?: boolean;
  id?: string;
}

/** Rights as checkboxes in plain words; a field of an antd form. */
export function Rights({ value = [], onChange, among, disabled, id }: RightsProps) {
  const t = orgTexts.use();
  const toggle = (permission: Permission, isOn: boolean) =>
    onChange?.(isOn ? [...value, permission] : value.filter((one) => one !== permission));
  return (
    <div id={id} className={styles.rights}>
      {permissionGroups.map(({ label, permissions }) => {
        const shown = permissions.filter((one) => !among || among.includes(one));
        if (shown.length === 0) return null;
        return (
          <fieldset key={label} aria-label={t(label)}>
            <p className="t12 c3">{t(label)}</p>
            {shown.map((permission) => (
              <Checkbox
                key={permission}
                disabled={disabled ?? false}
                checked={value.includes(permission)}
                onChange={(event) => toggle(permission, event.target.checked)}
              >
                {t(permission)}
              </Checkbox>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}
