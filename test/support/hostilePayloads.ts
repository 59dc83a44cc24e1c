/** What hostile texts try to reach. */
export interface HostileAims {
  /** Where a request would be counted: `http://127.0.0.1:1234`. */
  readonly address: string;
  /** A command that notes that it was run. */
  readonly command: string;
}

/**
 * Texts that must be shown as the text they are, wherever a file's text is shown: scripts, requests, links that run
 * commands, icons, Markdown, names that mean something to JavaScript, and characters nobody sees.
 */
export function hostilePayloads({ address, command }: HostileAims): readonly string[] {
  return [
    ...scripts,
    ...requests(address),
    ...commandLinks(command),
    ...links(address),
    ...iconsAndMarkup,
    ...names,
    ...invisible,
  ];
}

const scripts = [
  '<script>window.pwned=true</script>',
  '<img src=x onerror="window.pwned=true">',
  '<svg onload="window.pwned=true">',
  '<style onload="window.pwned=true">a{}</style>',
  '<details open ontoggle="window.pwned=true">',
  '<input autofocus onfocus="window.pwned=true">',
  '<iframe srcdoc="<script>parent.pwned=true</script>"></iframe>',
  '<math><mtext><table><mglyph><style><img src=x onerror="window.pwned=true">',
  '<svg><desc><style><img src=x onerror="window.pwned=true"></style></desc></svg>',
  '</textarea><script>window.pwned=true</script>',
  '</script><script>window.pwned=true</script>',
  '<a href="javascript:window.pwned=true">x</a>',
  '<form id=root action="x"><a id=acquireVsCodeApi>',
  '<object data="data:text/html,<script>parent.pwned=true</script>">',
  '<embed src="javascript:window.pwned=true">',
  '{{constructor.constructor("window.pwned=true")()}} ${window.pwned=true} `x`',
  '"><script>window.pwned=true</script>',
  "' onmouseover='window.pwned=true",
];

function requests(address: string): readonly string[] {
  return [
    `![](${address}/image)`,
    `![x][y]\n\n[y]: ${address}/reference`,
    `<img src="${address}/img">`,
    `<link rel=stylesheet href="${address}/style">`,
    `<video poster="${address}/poster" src="${address}/video">`,
    `<audio src="${address}/audio" autoplay>`,
    `<p style="background:url(${address}/background)">`,
    `<style>@import "${address}/import"</style>`,
    `<base href="${address}/"><meta http-equiv=refresh content="0;url=${address}/refresh">`,
    `<form action="${address}/form"><button autofocus>`,
    `<a ping="${address}/ping" href="#">x</a>`,
    `<picture><source srcset="${address}/source"><img></picture>`,
    `<svg><image href="${address}/svg"/><use href="${address}/use#a"/></svg>`,
    `$\\includegraphics{${address}/tex}$ and $\\href{${address}/href}{x}$`,
  ];
}

function commandLinks(command: string): readonly string[] {
  return [
    `[Retry](command:${command})`,
    `[Retry](command:${command}?%5B1%5D "title")`,
    `[Retry](<command:${command}>)`,
    `[Retry][now]\n\n[now]: command:${command}`,
    `<command:${command}>`,
    `<a href="command:${command}">Retry</a>`,
    `[$(sync) Retry](command:${command})`,
    `[Retry]\u200B(command:${command})`,
    `[Retry]\u202E(command:${command})`,
    `[Retry](COMMAND:${command})`,
    `[Retry](vscode://paperside.spy/run)`,
    `command:${command}`,
  ];
}

function links(address: string): readonly string[] {
  return [
    '[x](file:///etc/passwd)',
    '[x](javascript:window.pwned=true)',
    '[x](\tjavascript:window.pwned=true)',
    '[x](data:text/html,<script>parent.pwned=true</script>)',
    `[x](//${address.replace(/^https?:\/\//, '')}/slashes)`,
    `[x](${address.replace('//', '//a@')}/user)`,
    '[x](vscode-insiders://file/etc/passwd)',
  ];
}

const iconsAndMarkup = [
  '$(trash) and $(verified-filled)',
  '$\u200B(trash)',
  '\\$(trash) $(loading~spin)',
  '**Bold** _markdown_ and `code`',
  '# Heading\n\n- [ ] task\n\n| a | b |\n|---|---|\n| c | d |',
  '&lt;b&gt; &amp; &#x3C;script&#x3E;',
];

const names = [
  '__proto__',
  'constructor',
  'toString',
  '../../.vscode/tasks.json',
  '..\\..\\x',
  'C:\\Windows\\x',
  '=HYPERLINK("http://x")',
  '-rf',
  'x](command:a)',
  'x}; @y',
  'x$1${2:b}',
];

const invisible = [
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
