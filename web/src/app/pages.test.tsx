import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, configure, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { createMemoryRouter, RouterProvider } from "react-router";
import { routes } from "@/app/routes";
import { language } from "@/lib/language";
import { queryClient } from "@/lib/query-client";
import { ThemeProvider } from "@/ui/theme-provider";
import { fakeApi } from "../../test/fake-api";

interface Call {
  method: string;
  url: string;
  headers: Headers;
  body: unknown;
}

// The hidden are looked at as well: telling them apart costs seconds under antd's styles.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });

const calls: Call[] = [];
let isSignedIn = true;

function open(path: string) {
  const router = createMemoryRouter(routes, { initialEntries: [path] });
  render(
    <QueryClientProvider client={queryClient}>
      <ThemeProvider>
        <RouterProvider router={router} />
      </ThemeProvider>
    </QueryClientProvider>,
  );
  return router;
}

const written = (path: string) => calls.filter((call) => call.method !== "GET" && call.url === `/api/v1${path}`);

beforeEach(() => {
  calls.length = 0;
  isSignedIn = true;
  queryClient.clear();
  language.set("zh-CN");
  vi.stubGlobal("fetch", async (url: string, request: RequestInit) => {
    const method = request.method ?? "GET";
    calls.push({
      method,
      url,
      headers: new Headers(request.headers),
      body: request.body && JSON.parse(String(request.body)),
    });
    const { status, body } = fakeApi(method, url, isSignedIn);
    return new Response(body === undefined ? null : JSON.stringify(body), { status });
  });
});

afterEach(cleanup);

const pages: [string, string, boolean][] = [
  ["/sign-in", "登录", false],
  ["/setup/token", "建立企业", false],
  ["/invite/token", "加入 启明教育集团", false],
  ["/invite/gone", "这个邀请用过了，或者已经过期", false],
  ["/trial", "试用活绩 7 天", false],
  ["/trial/token", "开通试用：启明教育集团", false],
  ["/trial/known", "开通试用：启明教育集团", false],
  ["/trial/gone", "这个链接用过了，或者已经过期", false],
  ["/organisation?person=t0001", "组织与人员", true],
  ["/organisation?unit=north&panel=unit", "组织与人员", true],
  ["/roles?role=dean", "角色与权限", true],
  ["/tokens", "接口令牌", true],
  ["/company", "企业设置", true],
  ["/account", "我的账号", true],
  ["/menu", "更多", true],
  ["/nowhere", "没有这个页面", true],
];

describe("every page", () => {
  it.each(pages)("%s opens without a fault that axe can find", { timeout: 30_000 }, async (path, title, signedIn) => {
    isSignedIn = signedIn;
    open(path);
    await screen.findByRole("heading", { level: 1, name: title }, { timeout: 10_000 });
    await waitFor(() => expect(document.querySelector("[aria-busy=true]")).toBeNull());
    const { violations } = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"],
      rules: { "color-contrast": { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe("signing in", () => {
  it("sends whoever is not signed in to the door, and remembers where they wanted to go", async () => {
    isSignedIn = false;
    const router = open("/roles?role=dean");
    await screen.findByRole("heading", { name: "登录" });
    expect(router.state.location.search).toBe("?to=%2Froles%3Frole%3Ddean");
  });

  it("ends the work of whoever was signed out elsewhere", async () => {
    const router = open("/roles");
    await screen.findByRole("heading", { level: 1, name: "角色与权限" });
    isSignedIn = false;
    await queryClient.invalidateQueries({ queryKey: ["roles"] });
    await screen.findByRole("heading", { level: 1, name: "登录" });
    expect(router.state.location.pathname).toBe("/sign-in");
  });

  it("lets an account of several companies choose one", { timeout: 20_000 }, async () => {
    isSignedIn = false;
    const user = userEvent.setup();
    open("/sign-in");
    await user.type(await screen.findByLabelText("邮箱或手机号"), "zhou.min@qiming.example");
    await user.type(screen.getByLabelText("密码"), "correct horse{Enter}");
    await user.click(await screen.findByRole("button", { name: "华康医疗器械" }));
    expect(written("/sessions").map((call) => call.body)).toEqual([
      { login: "zhou.min@qiming.example", password: "correct horse" },
      { login: "zhou.min@qiming.example", password: "correct horse", tenant: "x2" },
    ]);
  });
});

describe("a trial", () => {
  it("sends the link and says where it goes, not whether the address is known", { timeout: 20_000 }, async () => {
    isSignedIn = false;
    const user = userEvent.setup();
    open("/sign-in");
    await user.click(await screen.findByRole("link", { name: "免费试用 7 天" }));
    await user.type(await screen.findByLabelText("工作邮箱"), "zhou.min@qiming.example");
    await user.type(screen.getByLabelText("企业名称"), "启明教育集团");
    await user.click(screen.getByRole("button", { name: "发送开通链接" }));
    await screen.findByRole("heading", { level: 1, name: "去邮箱里点链接" });
    expect(screen.getByText(/正在发往 zhou\.min@qiming\.example/)).toBeTruthy();
    expect(written("/trials").map((call) => call.body)).toEqual([
      { email: "zhou.min@qiming.example", company: "启明教育集团", locale: "zh-CN" },
    ]);
  });
});

describe("the organisation", () => {
  it("puts a refusal at the field it is about", { timeout: 30_000 }, async () => {
    const user = userEvent.setup();
    open("/organisation?unit=sjz-yh&panel=new-person");
    const panel = await screen.findByRole("complementary", { name: "新建人员" });
    await user.type(within(panel).getByLabelText("姓名"), "林雨桐");
    await user.type(within(panel).getByLabelText("工号"), "t0001");
    await user.click(within(panel).getByRole("button", { name: "新建人员" }));
    expect(await within(panel).findByText("这个工号已经有人用了，换一个。")).toBeTruthy();
    expect(within(panel).getByLabelText("工号").getAttribute("aria-invalid")).toBe("true");
    expect(written("/people")[0]?.body).toEqual({
      name: "林雨桐",
      code: "t0001",
      unit: { id: "sjz-yh" },
      roles: [{ role: "staff" }],
    });
  });

  it("changes a person only in the version that was read", { timeout: 20_000 }, async () => {
    const user = userEvent.setup();
    open("/organisation?person=t0001");
    const panel = await screen.findByRole("complementary", { name: "何俊峰" });
    await user.click(await within(panel).findByRole("button", { name: "移除 员工" }));
    await waitFor(() => expect(written("/people/t0001")).toHaveLength(1));
    const [change] = written("/people/t0001");
    expect(change?.body).toEqual({ roles: [] });
    expect(change?.headers.get("If-Match")).toBe('"3"');
    expect(change?.headers.get("Idempotency-Key")).toBeTruthy();
  });

  it("shows a new token once", { timeout: 30_000 }, async () => {
    const user = userEvent.setup();
    open("/tokens");
    await user.click(await screen.findByRole("button", { name: "新建令牌" }));
    const panel = screen.getByRole("complementary", { name: "新建令牌" });
    await user.type(within(panel).getByLabelText("用途"), "CRM");
    await user.click(within(panel).getByLabelText("写入业务事件"));
    await user.click(within(panel).getByRole("button", { name: "新建令牌" }));
    expect(await screen.findByText("hj_7Qm2kXv9Lr4TnB8sWz1cYp6DfG3hJ0aE")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "已存好" }));
    expect(screen.queryByText(/^hj_/)).toBeNull();
  });
});
