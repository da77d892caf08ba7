import styles from "./health.module.css";

/** The board's true layout, still and empty. */
export function HealthSkeleton() {
  return (
    <>
      <div className={`card ${styles.skeletonStrip}`}>
        {["a", "b", "c", "d"].map((key) => (
          <div key={key}>
            <i style={{ width: "40%", height: 12 }} />
            <i style={{ width: "55%", height: 28 }} />
            <i style={{ width: "30%", height: 18 }} />
            <i style={{ width: "100%", height: 8 }} />
          </div>
        ))}
      </div>
      <div className={styles.grid}>
        {["left", "right"].map((side) => (
          <div key={side} className={styles.column}>
            {["first", "second"].map((place) => (
              <div key={place} className={`card ${styles.skeletonCard}`}>
                <i style={{ width: "30%", height: 14 }} />
                {[90, 72, 84, 60, 78].map((width) => (
                  <i key={width} style={{ width: `${width}%`, height: 16 }} />
                ))}
              </div>
            ))}
          </div>
        ))}
      </div>
    </>
  );
}
