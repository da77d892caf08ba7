import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { router } from "@/app/routes";
import { queryClient } from "@/lib/query-client";
import { ThemeProvider } from "@/ui/theme-provider";

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <ThemeProvider>
          <RouterProvider router={router()} />
        </ThemeProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
