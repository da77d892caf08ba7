import { App, ConfigProvider, type ThemeConfig } from "antd";
import en from "antd/locale/en_GB";
import zh from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/en-gb";
import "dayjs/locale/zh-cn";
import { type ReactNode, useLayoutEffect, useMemo } from "react";
import { useMode } from "@/lib/appearance";
import { language } from "@/lib/language";
import { usePhone } from "@/ui/media";
import { huojiTheme } from "@/ui/theme";
import "@/ui/tokens.css";
import "@/ui/base.css";

/** Targets of 44 px, and 16 px type in inputs: below that iOS zooms in. */
function forFingers(theme: ThemeConfig): ThemeConfig {
  const inputs = { inputFontSize: 16 };
  return {
    ...theme,
    token: { ...theme.token, controlHeightSM: 36, controlHeight: 44, controlHeightLG: 48 },
    components: {
      ...theme.components,
      Input: { ...theme.components?.Input, ...inputs },
      InputNumber: { ...theme.components?.InputNumber, ...inputs },
      Table: { ...theme.components?.Table, cellFontSizeMD: 15 },
    },
  };
}

/** Colours, type and words of antd, in the chosen appearance and language; weeks start on Monday in both. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const mode = useMode();
  const lang = language.use();
  const phone = usePhone();
  const theme = useMemo(() => (phone ? forFingers(huojiTheme(mode)) : huojiTheme(mode)), [mode, phone]);
  dayjs.locale(lang === "en" ? "en-gb" : "zh-cn");
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = mode;
    document.documentElement.lang = lang;
  }, [mode, lang]);
  return (
    <ConfigProvider
      theme={theme}
      locale={lang === "en" ? en : zh}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: false }}
    >
      <App component={false} message={{ maxCount: 2 }}>
        {children}
      </App>
    </ConfigProvider>
  );
}
