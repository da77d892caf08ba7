import { Mic, Square } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import styles from "./evidence-editor.module.css";
import { fieldTexts } from "./field-texts";

const LONGEST = 30 * 60;
/** What recorders of browsers make, the smaller first; each is taken by the server. */
const formats = [
  { type: "audio/webm;codecs=opus", ending: "webm" },
  { type: "audio/mp4", ending: "m4a" },
  { type: "audio/ogg;codecs=opus", ending: "ogg" },
];

const formatOf = () =>
  typeof MediaRecorder === "undefined" ? undefined : formats.find(({ type }) => MediaRecorder.isTypeSupported(type));

export const canRecord = () =>
  typeof window !== "undefined" && window.isSecureContext && "mediaDevices" in navigator && formatOf() !== undefined;

/** A tile that records with the microphone: one tap begins, one ends. */
export function Recorder({ onRecorded }: { onRecorded: (file: File) => void }) {
  const t = fieldTexts.use();
  const [seconds, setSeconds] = useState<number>();
  const [refused, setRefused] = useState(false);
  const recorder = useRef<MediaRecorder>(undefined);
  const running = seconds !== undefined;
  useEffect(() => {
    if (!running) return;
    const begun = Date.now();
    const timer = setInterval(() => {
      const now = Math.floor((Date.now() - begun) / 1000);
      setSeconds(now);
      if (now >= LONGEST) recorder.current?.stop();
    }, 500);
    return () => clearInterval(timer);
  }, [running]);
  useEffect(
    () => () => {
      for (const track of recorder.current?.stream.getTracks() ?? []) track.stop();
    },
    [],
  );

  const begin = async () => {
    const format = formatOf();
    if (!format) return;
    setRefused(false);
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const made = new MediaRecorder(stream, { mimeType: format.type, audioBitsPerSecond: 32_000 });
      const parts: Blob[] = [];
      made.ondataavailable = (event) => parts.push(event.data);
      made.onstop = () => {
        for (const track of stream.getTracks()) track.stop();
        setSeconds(undefined);
        const name = `${t("recording")} ${new Date().toLocaleTimeString()}.${format.ending}`;
        onRecorded(new File(parts, name, { type: format.type.split(";")[0] ?? format.type }));
      };
      recorder.current = made;
      made.start();
      setSeconds(0);
    } catch {
      setRefused(true);
    }
  };
  return (
    <button
      type="button"
      className={styles.slot}
      data-running={running}
      aria-pressed={running}
      onClick={() => (running ? recorder.current?.stop() : begin())}
    >
      {running ? (
        <>
          <Square size={20} fill="currentColor" aria-hidden="true" />
          <span className="tnum">{clock(seconds)}</span>
          {t("stopRecording")}
        </>
      ) : (
        <>
          <Mic size={22} strokeWidth={1.75} aria-hidden="true" />
          {t(refused ? "noMicrophone" : "record")}
        </>
      )}
    </button>
  );
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
