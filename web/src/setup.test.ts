// What jsdom lacks and antd asks for.
Object.defineProperty(window, "matchMedia", {
  writable: true,
  value: (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }),
});
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
// jsdom would match every rule of antd's styles for every element: seconds a page, and nothing here asks for the outcome.
const plain = Object.assign(document.createElement("div").style, {
  display: "block",
  visibility: "visible",
  position: "static",
});
window.getComputedStyle = () => plain;
document.title = "huoji";

// What a page reads after its test is over needs no act(…).
const error = console.error;
console.error = (...parts) => String(parts[0]).includes("not wrapped in act") || error(...parts);
Element.prototype.scrollIntoView ??= () => undefined;
