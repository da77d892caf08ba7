import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useParams } from "react-router";
import { Page } from "@/ui/page";
import { PageHead } from "@/ui/page-head";
import { Load } from "@/ui/states";
import { CheckStep } from "./check-step";
import { MapStep } from "./map-step";
import { ResultStep } from "./result-step";
import { RunStep } from "./run-step";
import { ImportSteps } from "./steps";
import { type Import, importQuery, placeOf } from "./transfer";
import styles from "./transfer.module.css";
import { transferTexts } from "./transfer-texts";

/** One import, at the step where it is: it can be left at any time and taken up again. */
export default function ImportPage() {
  const t = transferTexts.use();
  const { id = "" } = useParams();
  const query = useQuery(importQuery(id));
  const transfer = query.data?.transfer;
  return (
    <Page
      head={
        <PageHead
          title={transfer ? t("importTitle", { name: transfer.name }) : t("importPlain")}
          trail={[
            transfer ? { label: transfer.name, to: placeOf(transfer) } : { label: t("transfers"), to: "/transfers" },
          ]}
          note={transfer?.fileName}
        />
      }
    >
      <Load query={query} what={t("importPlain")}>
        {(one) => <Wizard key={one.transfer.id} one={one} />}
      </Load>
    </Page>
  );
}

const STEPS = { draft: 1, checking: 2, checked: 2, running: 3, done: 4, failed: 4, cancelled: 4 } as const;

function Wizard({ one }: { one: Import }) {
  const client = useQueryClient();
  const { state } = one.transfer;
  // Back from the preview to the mapping: nothing changes on the server until something is changed there.
  const [mapping, setMapping] = useState(false);
  const isOver = state === "done" || state === "cancelled" || state === "failed";
  useEffect(() => {
    // Whatever is shown elsewhere may be old now.
    if (isOver) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "imports" });
  }, [isOver, client]);
  const shown = state === "draft" || (mapping && state === "checked") ? 1 : STEPS[state];
  return (
    <div className={styles.wizard}>
      <ImportSteps at={shown} />
      {shown === 1 ? (
        <MapStep one={one} onChecked={() => setMapping(false)} />
      ) : shown === 2 ? (
        <CheckStep one={one} onMap={() => setMapping(true)} />
      ) : shown === 3 ? (
        <RunStep transfer={one.transfer} />
      ) : (
        <ResultStep one={one} />
      )}
    </div>
  );
}
