import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef, useState } from "react";
import { useMode } from "@/lib/appearance";
import { chart } from "@/ui/theme";

echarts.use([BarChart, LineChart, GridComponent, TooltipComponent, AriaComponent, LabelLayout, SVGRenderer]);

export type ChartOption = echarts.EChartsCoreOption;

export interface ChartInk {
  text: string;
  text2: string;
  text3: string;
  line: string;
  surface: string;
  raised: string;
  cat: readonly string[];
  mute: string;
  met: string;
  improve: string;
  support: string;
  missed: string;
}

const inks = {
  light: {
    text: "#1A2126",
    text2: "#4A545C",
    text3: "#5F6972",
    line: "#E1E4E8",
    surface: "#FFFFFF",
    raised: "#FFFFFF",
  },
  dark: { text: "#E6EAED", text2: "#B0B9C0", text3: "#949EA6", line: "#2C343A", surface: "#191E22", raised: "#21272C" },
};

/** ECharts draws with literal colours, so it gets those of the appearance. */
export function useChartInk(): ChartInk {
  const mode = useMode();
  return { ...inks[mode], ...chart[mode] };
}

/** Diagonal lines over a fill, so that it also reads in greyscale. */
export const hatch = (color: string) => ({
  symbol: "rect",
  color,
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation: -Math.PI / 4,
});

interface ChartProps {
  /** Made for the width at hand, so that labels can be left out where they don't fit. */
  option: (width: number) => ChartOption;
  height: number;
  label: string;
  onPick?: (picked: { seriesId?: string; name: string; dataIndex: number }) => void;
}

/** A chart that follows its width and the appearance; what it shows must also stand in a table. */
export function Chart({ option, height, label, onPick }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const drawing = useRef<echarts.ECharts>(null);
  const [width, setWidth] = useState(0);
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const made = echarts.init(element, undefined, { renderer: "svg" });
    drawing.current = made;
    made.on("click", (event) =>
      pick.current?.({
        ...(event.seriesId ? { seriesId: event.seriesId } : {}),
        name: event.name,
        dataIndex: event.dataIndex ?? 0,
      }),
    );
    const watch = new ResizeObserver(() => {
      made.resize();
      setWidth(element.clientWidth);
    });
    watch.observe(element);
    setWidth(element.clientWidth);
    return () => {
      watch.disconnect();
      made.dispose();
      drawing.current = null;
    };
  }, []);
  useEffect(() => {
    if (width > 0) {
      const textStyle = { fontFamily: getComputedStyle(document.body).fontFamily };
      const timing = { animationDuration: 180, animationDurationUpdate: 140 };
      drawing.current?.setOption({ textStyle, ...timing, ...option(width) }, { replaceMerge: ["series"] });
    }
  }, [option, width]);
  return <div ref={place} role="img" aria-label={label} style={{ height, width: "100%" }} />;
}
