const light =
  "--surface:#fff;--foot:#f5f6f7;--hover:#f0f3f5;--text:#1a2126;--text2:#4a545c;--text3:#5f6972;--line:#e1e4e8;--control:#7e878f;--accent:#1b5e9b;--met:#17693f;--metbg:#e4f3ea;--imp:#855200;--impbg:#faefd9;--sup:#ab2e22;--supbg:#fbe9e6;--e3:0 12px 40px rgba(18,24,29,.16),0 2px 8px rgba(18,24,29,.08)";
const dark =
  "--surface:#191e22;--foot:#111518;--hover:#22292e;--text:#e6eaed;--text2:#b0b9c0;--text3:#949ea6;--line:#2c343a;--control:#66717a;--accent:#74b3e8;--met:#6ccb95;--metbg:#16311f;--imp:#e5b45c;--impbg:#372809;--sup:#f2948a;--supbg:#41201c;--e3:0 12px 40px rgba(0,0,0,.6),0 0 0 1px #2c343a";

export const style = `
:host{${light};display:block;width:372px;max-width:100%}
:host(:not([open])){display:none}
@media(prefers-color-scheme:dark){:host(:not([theme=light])){${dark}}}
:host([theme=dark]){${dark}}
*{box-sizing:border-box;margin:0}
[role=dialog]{color:var(--text);background:var(--surface);border-radius:12px;box-shadow:var(--e3);overflow:hidden;font:400 14px/22px Inter,"Segoe UI","PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans SC",sans-serif;animation:in .18s cubic-bezier(.2,0,0,1)}
@keyframes in{from{opacity:0;transform:translateY(8px)}}
@media(prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important}}
svg{display:block;flex:none}
.body{padding:12px 16px 16px}
.row{display:flex;align-items:center;gap:8px}
.grow{flex:1;min-width:0}
.small{font-size:13px;line-height:20px;color:var(--text2)}
h2{font-size:16px;line-height:24px;font-weight:600;margin-top:8px}
button,input,label{font:inherit;color:inherit;border-radius:6px}
button,label{cursor:pointer;border:0;background:none}
:focus-visible,label:focus-within{outline:2px solid var(--accent);outline-offset:2px}
.x{width:44px;height:44px;margin:-8px -12px -8px 0;display:grid;place-items:center;color:var(--text2)}
.levels{display:flex;gap:8px;margin-top:12px}
.levels button{flex:1;min-width:0;height:76px;display:flex;flex-direction:column;align-items:center;justify-content:center;gap:6px;border:1px solid var(--control);border-radius:8px;font-weight:500;color:var(--c);background:var(--surface);transition:background 80ms}
.levels button:hover:enabled{background:var(--cb)}
.levels [aria-pressed=true]{background:var(--cb);box-shadow:inset 0 0 0 1px var(--c);border-color:var(--c)}
.levels button:disabled{cursor:default}
.levels button:disabled[aria-pressed=false]{color:var(--text3)}
.MET{--c:var(--met);--cb:var(--metbg)}.IMPROVE{--c:var(--imp);--cb:var(--impbg)}.SUPPORT{--c:var(--sup);--cb:var(--supbg)}
.more{margin-top:12px}
.more input[type=text]{width:100%;height:36px;padding:0 10px;border:1px solid var(--control);background:var(--surface)}
.more .row{margin-top:8px}
label{display:inline-flex;align-items:center;gap:6px;height:32px;padding:0 10px;border:1px solid var(--line);font-size:13px}
input[type=file]{position:absolute;width:1px;height:1px;opacity:0}
.foot{display:flex;align-items:center;gap:8px;min-height:44px;padding:8px 16px;border-top:1px solid var(--line);background:var(--foot);font-size:13px;line-height:20px}
.foot button{color:var(--accent);min-height:32px;padding:0 4px}
[hidden]{display:none!important}
`;
