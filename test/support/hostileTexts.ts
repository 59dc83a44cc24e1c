/** What hostile texts try to reach. */
export interface HostileAims {
  /** Where a request would be counted: `http://127.0.0.1:1234`. */
  readonly address: string;
  /** A command that notes that it was run. */
  readonly command: string;
}

/** Texts that must be shown as the text they are, wherever a file's text is shown. */
export function hostileTexts(aims: HostileAims): readonly string[] {
  return [
    ...literalHostileTexts(aims),
    ...references(aims),
    ...formulas(aims),
    ...hiddenLinks(aims),
    ...markdown,
    ...invisible,
  ];
}

/**
 * Those of one line without formulas and without characters nobody sees: a page shows them character by character.
 * Scripts, requests, links that run commands, icons, names that mean something to a page, JavaScript, a file system or
 * another program.
 */
export function literalHostileTexts({ address, command }: HostileAims): readonly string[] {
  return [...scripts, ...requests(address), ...commandLinks(command), ...links(address), ...markup, ...names];
}

const scripts = [
  '<script>window.pwned=true</script>',
  '<ScRiPt>window.pwned=true</sCrIpT>',
  '<img src=x onerror="window.pwned=true">',
  '<svg onload="window.pwned=true">',
  '<style onload="window.pwned=true">a{}</style>',
  '<body onload="window.pwned=true">',
  '<details open ontoggle="window.pwned=true">',
  '<input autofocus onfocus="window.pwned=true">',
  '<select autofocus onfocus="window.pwned=true"><option>x',
  '<textarea autofocus onfocus="window.pwned=true"></textarea>',
  '<keygen autofocus onfocus="window.pwned=true">',
  '<video src=x onerror="window.pwned=true" autoplay></video>',
  '<audio src=x onerror="window.pwned=true">',
  '<marquee onstart="window.pwned=true">',
  '<x onclick="window.pwned=true" contenteditable onblur="window.pwned=true">x',
  '<iframe srcdoc="<script>parent.pwned=true</script>"></iframe>',
  '<object data="javascript:window.pwned=true"></object>',
  '<object data="data:text/html,<script>parent.pwned=true</script>">',
  '<embed src="javascript:window.pwned=true">',
  '<a href="javascript:window.pwned=true">x</a>',
  '<a href="javascript:window.pwned=true" id=x tabindex=1 onfocus="window.pwned=true">x</a>',
  '<div style="width:expression(window.pwned=true)">',
  '<math><mtext><table><mglyph><style><img src=x onerror="window.pwned=true">',
  '<math href="javascript:window.pwned=true">x</math>',
  '<svg><desc><style><img src=x onerror="window.pwned=true"></style></desc></svg>',
  '<svg><script>window.pwned=true</script></svg>',
  '<svg><animate onbegin="window.pwned=true" attributeName=x dur=1s>',
  '<svg class="icon"><use href="data:image/svg+xml,<svg onload=window.pwned=true>"/></svg>',
  '<noscript><p title="</noscript><img src=x onerror=window.pwned=true>">',
  '<template><script>window.pwned=true</script></template>',
  '</textarea><script>window.pwned=true</script>',
  '</script><script>window.pwned=true</script>',
  '</title><script>window.pwned=true</script>',
  '</style><script>window.pwned=true</script>',
  '<![CDATA[<script>window.pwned=true</script>]]>',
  '"><script>window.pwned=true</script>',
  "' onmouseover='window.pwned=true",
  'x" onmouseover="window.pwned=true" y="',
  '&lt;script&gt;window.pwned=true&lt;/script&gt; &#60;img src=x onerror=window.pwned=true&#62;',
  '{{constructor.constructor("window.pwned=true")()}} ${window.pwned=true} `x`',
  '<%= window.pwned=true %> #{window.pwned=true} [[x|alert]]',
];

function requests(address: string): readonly string[] {
  const host = withoutScheme(address);
  return [
    `![](${address}/image)`,
    `<img src="${address}/img">`,
    `<img srcset="${address}/1x.png 1x"><picture><source srcset="${address}/2.png"></picture>`,
    `<picture><source srcset="${address}/source"><img></picture>`,
    `<script src="${address}/a.js"></script>`,
    `<script type=module>import "${address}/m.js"</script>`,
    `<link rel=stylesheet href="${address}/style">`,
    `<link rel=prefetch href="${address}/p"><link rel=dns-prefetch href="//${host}">`,
    `<base href="${address}/"><link rel=stylesheet href="${address}/x.css">`,
    `<meta http-equiv=refresh content="0;url=${address}/refresh">`,
    `<base href="${address}/"><meta http-equiv=refresh content="0;url=${address}/refresh">`,
    `<video poster="${address}/poster" src="${address}/video"></video>`,
    `<audio src="${address}/audio" autoplay>`,
    `<iframe src="${address}"></iframe><frame src="${address}">`,
    `<p style="background:url(${address}/background)">`,
    `<table background="${address}/t.png"><td>x`,
    `<style>@import "${address}/import"</style>`,
    `<style onload="window.pwned=true">@import "${address}/a.css"</style>`,
    `@import url("${address}/i.css"); body{background:url(${address}/c.png)}`,
    `<form action="${address}/form"><button autofocus>`,
    `<form><button formaction="${address}">x</button></form>`,
    `<a ping="${address}/ping" href="#">x</a>`,
    `<svg><image href="${address}/svg"/><use href="${address}/use#a"/></svg>`,
    `<math><maction actiontype="statusline#${address}">x</maction></math>`,
  ];
}

function commandLinks(command: string): readonly string[] {
  return [
    `[Retry](command:${command})`,
    `[Retry](command:${command}?%5B1%5D "title")`,
    `[Retry](command:${command}?%7B%22text%22%3A%22id%22%7D)`,
    `[Retry](<command:${command}>)`,
    `<command:${command}>`,
    `<a href="command:${command}">Retry</a>`,
    `[$(sync) Retry](command:${command})`,
    `[Retry](COMMAND:${command})`,
    `[Retry](vscode://paperside.spy/run)`,
    `command:${command}`,
    `command:${command} vscode://a.b/c file:///etc/passwd`,
  ];
}

function links(address: string): readonly string[] {
  return [
    '[x](file:///etc/passwd)',
    '[x](javascript:window.pwned=true)',
    '[x](data:text/html,<script>parent.pwned=true</script>)',
    `[x](//${withoutScheme(address)}/slashes)`,
    `[x](${address.replace('//', '//a@')}/user)`,
    '[x](vscode-insiders://file/etc/passwd)',
    `[click](javascript:window.pwned=true) ![x](${address}/i.png "t")`,
    `[x]: ${address}/ref <${address}> ${address}`,
  ];
}

const markup = [
  '$(trash) and $(verified-filled)',
  '&lt;b&gt; &amp; &#x3C;script&#x3E;',
  'a\tb "c" \u00E9 \u4E2D\u6587 \u05D0\u05D1 \u{1F469}\u200D\u{1F52C}',
];

const names = [
  '<form id=root action="x"><a id=acquireVsCodeApi>',
  '<div id="root"></div><div id="abstract-heading" class="menu" popover>x</div>',
  '<input name=getElementById><img name=currentScript>',
  '__proto__',
  'constructor',
  'toString',
  '../../.vscode/tasks.json',
  '..\\..\\x',
  'C:\\Windows\\x',
  '=HYPERLINK("http://x")',
  '=HYPERLINK("https://evil.example","x") +cmd|calc!A0 @SUM(1)',
  '-rf',
  'x](command:a)',
  'x}; @y',
];

function references({ address, command }: HostileAims): readonly string[] {
  return [`![x][y]\n\n[y]: ${address}/reference`, `[Retry][now]\n\n[now]: command:${command}`];
}

function hiddenLinks({ command }: HostileAims): readonly string[] {
  return [`[Retry]\u200B(command:${command})`, `[Retry]\u202E(command:${command})`];
}

function formulas({ address }: HostileAims): readonly string[] {
  return [`$\\includegraphics{${address}/tex}$ and $\\href{${address}/href}{x}$`, 'x$1${2:b}'];
}

const markdown = [
  '\\$(trash) $(loading~spin)',
  '**Bold** _markdown_ and `code`',
  '# Heading\n\n- [ ] task\n\n| a | b |\n|---|---|\n| c | d |',
];

const invisible = [
  '$\u200B(trash)',
  '[x](\tjavascript:window.pwned=true)',
  'a\u202Egpj.exe',
  'a\u2066b\u2069c',
  'a\u200Bb\u200Dc\uFEFFd\u00ADe',
  'a\u001B[31mb\u001B]8;;http://x\u0007c',
  'a\u0000b\rc',
  'a\u{E0041}\u{E0042}b',
  'smіth2020 with a Cyrillic letter',
  `e${'\u0301'.repeat(200)}`,
  '\uD800 lone and \uDFFF',
];

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\//, '');
}
