import { Button, Input } from "antd";
import { LocateFixed, MapPin, X } from "lucide-react";
import { useState } from "react";
import styles from "@/ui/field/field.module.css";
import type { EditorProps, FieldKind } from "@/ui/field/field-kind";
import { fieldTexts } from "@/ui/field/field-texts";
import { InputPicture } from "@/ui/field/pictures";

interface Place {
  lat: string | number;
  lng: string | number;
  accuracy?: number;
  name?: string;
}

const placeOf = (value: unknown): Place | undefined =>
  typeof value === "object" && value !== null && "lat" in value && "lng" in value ? (value as Place) : undefined;

const degrees = (value: string | number) => Number(value).toFixed(5);
const textOf = (place: Place) => place.name || `${degrees(place.lat)}, ${degrees(place.lng)}`;

/** Where the phone is, only when asked; the name of the place is typed. */
function Editor({ value, onChange, id, label, field, describedBy, look }: EditorProps) {
  const t = fieldTexts.use();
  const [state, setState] = useState<"asking" | "refused">();
  const place = placeOf(value);
  const ask = () => {
    setState("asking");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState(undefined);
        onChange({
          ...(place?.name ? { name: place.name } : {}),
          lat: coords.latitude.toFixed(6),
          lng: coords.longitude.toFixed(6),
          accuracy: Math.ceil(coords.accuracy),
        });
      },
      () => setState("refused"),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  };
  const canAsk = typeof window !== "undefined" && window.isSecureContext && "geolocation" in navigator;
  return (
    <fieldset className={styles.place} id={id} aria-label={label ?? field.name} aria-describedby={describedBy}>
      {place && (
        <span className={styles.row}>
          <MapPin size={16} aria-hidden="true" />
          <span className="tnum">{`${degrees(place.lat)}, ${degrees(place.lng)}`}</span>
          {place.accuracy !== undefined && <span className="t12 c2">{t("accurateTo", { n: place.accuracy })}</span>}
          <Button
            type="text"
            size={look === "phone" ? "large" : "small"}
            aria-label={t("remove", { name: field.name })}
            icon={<X size={14} />}
            onClick={() => onChange(null)}
          />
        </span>
      )}
      <Button
        size={look === "phone" ? "large" : "middle"}
        icon={<LocateFixed size={16} />}
        loading={state === "asking"}
        disabled={!canAsk}
        onClick={ask}
      >
        {t(place ? "locateAgain" : "locate")}
      </Button>
      {!canAsk && <span className="t12 c2">{t("noLocating")}</span>}
      {state === "refused" && (
        <span className="t12 c2" role="alert">
          {t("notLocated")}
        </span>
      )}
      {place && (
        <Input
          aria-label={t("placeName")}
          placeholder={t("placeName")}
          maxLength={200}
          size={look === "phone" ? "large" : "middle"}
          value={place.name ?? ""}
          onChange={(event) => onChange({ ...place, name: event.target.value })}
        />
      )}
    </fieldset>
  );
}

export const kind: FieldKind = {
  key: "location",
  group: "evidence",
  order: 6,
  icon: MapPin,
  label: "location",
  hint: "locationHint",
  search: "weizhi wz dingwei location gps didian qiandao",
  Picture: () => (
    <InputPicture>
      <MapPin size={12} />
      39.91, 116.40
    </InputPicture>
  ),
  Editor,
  Cell: ({ value }) => {
    const place = placeOf(value);
    return place ? (
      <span className={styles.row}>
        <MapPin size={14} aria-hidden="true" />
        <span className="ell">{textOf(place)}</span>
      </span>
    ) : null;
  },
  operators: ["isEmpty", "isNotEmpty"],
  width: 180,
  write: (value) => {
    const place = placeOf(value);
    return place ? `${place.lat}, ${place.lng}${place.name ? ` ${place.name}` : ""}` : "";
  },
  read: (text) => {
    if (text.trim() === "") return null;
    const [, lat, lng, name] = /^\s*(-?\d+(?:\.\d+)?)\s*[,，]\s*(-?\d+(?:\.\d+)?)(?:\s+(.+))?$/.exec(text) ?? [];
    return lat && lng ? { lat, lng, ...(name ? { name: name.trim() } : {}) } : undefined;
  },
  send: (value) => {
    const place = placeOf(value);
    if (!place) return value;
    const { name, ...where } = place;
    return name?.trim() ? { ...where, name: name.trim() } : where;
  },
};
