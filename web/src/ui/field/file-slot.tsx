import type { LucideIcon } from "lucide-react";
import { useId } from "react";
import styles from "./evidence-editor.module.css";

/** What the file dialog offers for each kind; the server looks into the file itself. */
export const accepts = {
  photo: "image/jpeg,image/png,image/webp",
  recording: "audio/*,.m4a,.mp3,.wav,.amr,.aac,.ogg",
  document: ".pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.txt,.csv,image/jpeg,image/png",
  any: "",
};

interface Props {
  icon: LucideIcon;
  label: string;
  accept: string;
  capture?: "environment";
  multiple?: boolean;
  onFiles: (files: FileList | null) => void;
}

/** A tile that opens the file dialog or the camera. */
export function FileSlot({ icon: Icon, label, accept, capture, multiple, onFiles }: Props) {
  const id = useId();
  return (
    <label className={styles.slot} htmlFor={id}>
      <Icon size={22} strokeWidth={1.75} aria-hidden="true" />
      {label}
      <input
        id={id}
        type="file"
        className="unseen"
        accept={accept}
        {...(capture ? { capture } : {})}
        multiple={multiple ?? false}
        onChange={(event) => {
          onFiles(event.target.files);
          event.target.value = "";
        }}
      />
    </label>
  );
}
