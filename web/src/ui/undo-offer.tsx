import { App, Button } from "antd";
import type { ReactNode } from "react";
import { uiTexts } from "./ui-texts";

const SECONDS = 10;

/**
 * Says that something is done and offers to undo it. The offer goes once it is undone, and stands when that was refused.
 *
 *     const offer = useUndoOffer();
 *     offer(table.key, t("deleted"), () => restore.mutateAsync(table.key));
 */
export function useUndoOffer() {
  const { message } = App.useApp();
  const t = uiTexts.use();
  return (key: string, said: ReactNode, undo: () => Promise<unknown>) =>
    message.open({
      key,
      type: "success",
      duration: SECONDS,
      content: (
        <span>
          {said}
          <Button
            type="link"
            size="small"
            onClick={() =>
              undo().then(
                () => message.destroy(key),
                () => undefined,
              )
            }
          >
            {t("undo")}
          </Button>
        </span>
      ),
    });
}
