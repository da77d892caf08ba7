import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { language } from "@/lib/language";
import { Problem } from "@/lib/problem";
import { queryClient } from "@/lib/query-client";
import { ThemeProvider } from "@/ui/theme-provider";
import { CommentBox } from "./comment-box";

const zhang = { id: "11111111-1111-7111-8111-111111111111", code: "zhang", name: "张三" };

beforeEach(() => {
  language.set("zh-CN");
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify({ items: [zhang] }), { status: 200 }));
});
afterEach(cleanup);

function box(props: Partial<Parameters<typeof CommentBox>[0]> = {}) {
  const sent: string[] = [];
  render(
    <QueryClientProvider client={queryClient}>
      <ThemeProvider>
        <CommentBox
          record="r1"
          action="发送"
          onSend={async (text) => {
            sent.push(text);
          }}
          {...props}
        />
      </ThemeProvider>
    </QueryClientProvider>,
  );
  return { sent, field: screen.getByLabelText<HTMLTextAreaElement>("评论内容") };
}

test("sends what was written by Ctrl + Enter and is empty again", async () => {
  const { sent, field } = box();
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "发送" }).disabled).toBe(true);
  await userEvent.type(field, "提问再慢一点");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await vi.waitFor(() => expect(sent).toEqual(["提问再慢一点"]));
  await vi.waitFor(() => expect(field.value).toBe(""));
});

test("keeps what was written when it is refused, and says why", async () => {
  const { field } = box({
    onSend: async () => {
      throw new Problem(422, {
        errors: [{ field: "text", code: "not-a-reader", message: "「li」看不到这条记录，不能提到。" }],
      });
    },
  });
  await userEvent.type(field, "看一下");
  await userEvent.click(screen.getByRole("button", { name: "发送" }));
  expect(await screen.findByRole("alert")).toHaveProperty("textContent", "「li」看不到这条记录，不能提到。");
  expect(field.value).toBe("看一下");
});

test("a comment is changed as it reads, and whom it names stays named", async () => {
  const { sent, field } = box({ initial: { text: `@[${zhang.id}] 看`, mentions: [zhang] }, action: "保存" });
  expect(field.value).toBe("@张三 看");
  await userEvent.type(field, "一下");
  await userEvent.click(screen.getByRole("button", { name: "保存" }));
  await vi.waitFor(() => expect(sent).toEqual([`@[${zhang.id}] 看一下`]));
});
