import { App, ConfigProvider } from "antd";
import en from "antd/locale/en_GB";
import zh from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/en-gb";
import "dayjs/locale/zh-cn";
import { type ReactNode, useLayoutEffect, useMemo } from "react";
import { useMode } from "@/lib/appearance";
import { language } from "@/lib/language";
import { huojiTheme } from "@/ui/theme";
import "@/ui/tokens.css";
import "@/ui/base.css";

/** Colours, type and words of antd, in the chosen appearance and language; weeks start on Monday in both. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const mode = useMode();
  const lang = language.use();
  const theme = useMemo(() => huojiTheme(mode), [mode]);
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
