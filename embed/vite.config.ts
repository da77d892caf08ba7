import { defineConfig } from "vitest/config";

/** Two classic scripts without a dependency: the box for a host's page, and what makes the frame page speak. */
export default defineConfig(({ mode }) => {
  const name = mode === "frame" ? "huoji-frame" : "huoji-box";
  return {
    build: {
      target: "es2020",
      emptyOutDir: mode !== "frame",
      lib: { entry: `src/${name}.ts`, formats: ["iife"], name: "huoji", fileName: () => `${name}.js` },
    },
    test: { environment: "jsdom", globals: true },
  };
});
