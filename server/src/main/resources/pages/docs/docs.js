/* global SwaggerUIBundle */
// Someone signed in tries operations with the session of this browser, which wants its token on every change.
const csrf = () => document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/)?.[1];

SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#docs",
  deepLinking: true,
  docExpansion: "none",
  filter: true,
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: false,
  requestInterceptor: (request) => {
    const token = csrf();
    if (token && request.method !== "GET") request.headers["X-XSRF-TOKEN"] = decodeURIComponent(token);
    return request;
  },
});
