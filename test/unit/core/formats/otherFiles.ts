/** Files that people have beside their papers and that hold none, by their names. */
export const otherFiles: Readonly<Record<string, string>> = {
  'package.json': `{
  "name": "shadow-clock",
  "version": "1.2.0",
  "title": "Shadow clock",
  "description": "Tells the time at noon",
  "author": "Ada Moss",
  "keywords": ["clock", "sun"],
  "dependencies": { "sundial": "^2.0.0" }
}
`,
  'package-lock.json': `{
  "name": "shadow-clock",
  "lockfileVersion": 3,
  "packages": {
    "": { "name": "shadow-clock", "version": "1.2.0" },
    "node_modules/sundial": { "version": "2.0.1", "resolved": "https://registry.example.org/sundial-2.0.1.tgz", "license": "MIT" }
  }
}
`,
  'tsconfig.json': `{
  // What the clock is built for.
  "compilerOptions": {
    /* Noon only. */
    "target": "ES2023",
    "strict": true,
  },
  "include": ["src"],
}
`,
  'clock.ipynb': `{
 "cells": [
  { "cell_type": "markdown", "metadata": {}, "source": ["# Measuring shadows\\n", "We plot them."] },
  { "cell_type": "code", "execution_count": 1, "metadata": {}, "outputs": [], "source": ["plot(shadows)"] }
 ],
 "metadata": { "title": "Shadows", "authors": [{ "name": "Ada Moss" }] },
 "nbformat": 4,
 "nbformat_minor": 5
}
`,
  'sundials.geojson': `{ "type": "FeatureCollection", "features": [
  { "type": "Feature", "geometry": { "type": "Point", "coordinates": [11.5, 48.1] }, "properties": { "title": "Old sundial", "year": 1603 } }
] }
`,
  'compose.yaml': `services:
  clock:
    image: shadow/clock:1.2
    ports:
      - "8080:80"
    environment:
      TITLE: Noon
volumes:
  dial:
`,
  'build.yml': `name: Build
on: [push]
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - name: Title of this step
        run: make
`,
  'sitemap.xml': `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url><loc>https://arxiv.org/abs/2401.00001</loc><lastmod>2024-01-02</lastmod></url>
</urlset>
`,
  'dial.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  <title>A dial</title>
  <circle cx="5" cy="5" r="4"/>
</svg>
`,
  'feeds.opml': `<?xml version="1.0"?>
<opml version="2.0"><head><title>My feeds</title></head>
<body><outline text="Clocks" type="rss" xmlUrl="https://example.org/rss"/></body></opml>
`,
  'plain.bst': `% A style for the names of clocks
ENTRY
  { address
    author
    title
  }
  {}
  { label }
INTEGERS { output.state before.all }
FUNCTION {init.state.consts}
{ #0 'before.all :=
  #1 'output.state :=
}
FUNCTION {article}
{ output.bibitem
  format.authors "author" output.check
  fin.entry
}
READ
ITERATE {call.type$}
`,
  'thesis.tex': `\\documentclass{article}
\\begin{document}
Clocks are old \\cite{moss}.
\\begin{thebibliography}{9}
\\bibitem{moss} A. Moss. \\emph{Shadow Clocks}. Dial Press, 2001.
\\end{thebibliography}
\\end{document}
`,
  'chapter.tex': `% The second chapter
\\section{Shadows}
\\label{sec:shadows}
Clocks are old \\cite{moss}.
\\begin{thebibliography}{9}
\\bibitem{moss} A. Moss. \\emph{Shadow Clocks}. Dial Press, 2001.
\\end{thebibliography}
`,
  'numbers.csv': `1,2,3
4,5,6
7,8,9
10,11,12
`,
  'measured.csv': `time,shadow,error
12:00,1.25,0.01
13:00,1.40,0.02
`,
  'contacts.csv': `Name,Email,Phone,Title
Ada Moss,ada@example.org,555-0101,Director
Ben Dial,ben@example.org,555-0102,Engineer
`,
  'server.log': `2026-01-02T10:00:00Z INFO  clock started on port 8080
2026-01-02T10:00:01Z WARN  no sun, waiting
2026-01-02T10:00:09Z ERROR shadow lost: Error: night
    at Dial.read (/srv/dial.js:10:5)
2026-01-02T10:01:00Z INFO  clock stopped
`,
  'bundle.min.js': `!function(e,t){"object"==typeof exports?module.exports=t():e.Clock=t()}(this,(function(){"use strict";var e={title:"Shadow",year:2001};return function(t){for(var n=0;n<t;n++)e.year+=n;return e}}));
`,
  'dial.py': `"""Reads a dial."""
import math
from dataclasses import dataclass


@dataclass
class Dial:
    title: str

    def read(self, angle):
        # The shadow at noon is the shortest one.
        return math.tan(angle)
`,
  'dial.c': `#include <stdio.h>

/* Reads a dial. */
int main(void)
{
    printf("noon\\n");
    return 0;
}
`,
  'dial.rs': `//! Reads a dial.
use std::fmt;

pub struct Dial {
    pub title: String,
}

fn main() {
    println!("noon");
}
`,
  'dial.sql': `CREATE TABLE dial (id INTEGER PRIMARY KEY, title TEXT);
INSERT INTO dial VALUES (1, 'Old sundial');
SELECT title FROM dial;
`,
  'export.sh': `#!/bin/sh
TY=JOUR
ER=0
# TY  - JOUR is what the server wants
curl -s "https://example.org/ris?ty=$TY" > out.ris
exit $ER
`,
  'talk.srt': `1
00:00:01,000 --> 00:00:04,000
Welcome to this talk about shadows.

2
00:00:04,500 --> 00:00:08,000
A clock needs the sun.
We have little of it.
`,
  'talk.vtt': `WEBVTT

00:01.000 --> 00:04.000
Welcome to this talk about shadows.

00:04.500 --> 00:08.000
A clock needs the sun.
`,
  'settings.ini': `[clock]
title=Noon
port=8080

[dial]
angle=48
`,
  'Cargo.toml': `[package]
name = "dial"
version = "0.1.0"
authors = ["Ada Moss"]

[dependencies]
sun = "1.0"
`,
};

/** Prose in Markdown and plain text, which may look like a list. */
export const proseFiles: Readonly<Record<string, string>> = {
  'README.md': `# Shadow clock

A clock that runs on shadows alone.

## Install

\`\`\`sh
npm install shadow-clock
\`\`\`

## Use

- Put it in the sun.
- Read the time at noon.

See [the manual](docs/manual.md) for more.
`,
  'CHANGELOG.md': `# Changelog

## [1.2.0] - 2024-03-01

### Added

- The dial shows minutes ([#12](https://example.org/issues/12))

### Fixed

- The clock no longer stops at night
`,
  'meeting.md': `# Meeting of 3 March

Present: Ada, Ben

- Ada shows the new dial
- [ ] Ben orders brass
- [x] Ada books the room

Next meeting in two weeks.
`,
};
