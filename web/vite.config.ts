import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": "/src" } },
  server: { proxy: { "/api": process.env.HUOJI_SERVER ?? "http://localhost:8080" } },
  build: { chunkSizeWarningLimit: 1200 },
  test: {
    environment: "jsdom",
    globals: true,
    setupFiles: "./src/setup.test.ts",
    include: ["src/**/*.test.{ts,tsx}"],
    exclude: ["src/setup.test.ts"],
  },
});
