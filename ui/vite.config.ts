/** One file out: style and script inline, no attributes on either, placeholders left for Python to fill. */
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { defineConfig } from "vitest/config";
import type { Plugin } from "vite";

const TARGET = resolve(import.meta.dirname, process.env.READER_OUT ?? "../src/rashomon/dossier/reader.html");

function oneFile(): Plugin {
  return {
    name: "one-file",
    enforce: "post",
    generateBundle(_, bundle) {
      let style = "";
      let script = "";
      let page = "";
      for (const [name, part] of Object.entries(bundle)) {
        if (part.type === "chunk") script += part.code;
        else if (name.endsWith(".css")) style += String(part.source);
        else if (name.endsWith(".html")) page = String(part.source);
        delete bundle[name];
      }
      script = script.replace(/<\/(script|style)/g, "<\\/$1").replace(/<!--/g, "<\\!--").trim();
      const html = page
        .replace(/\s*<script[^>]*src=[^>]*><\/script>/, "")
        .replace(/\s*<link rel="stylesheet"[^>]*>/, "")
        .replace("<!--style-->", () => `<style>${style.trim()}</style>`)
        .replace("<!--script-->", () => `<script>${script}</script>`);
      mkdirSync(dirname(TARGET), { recursive: true });
      writeFileSync(TARGET, html);
      this.info(`${TARGET}: ${(html.length / 1024).toFixed(0)} kB`);
    },
  };
}

export default defineConfig({
  plugins: [svelte(), oneFile()],
  build: {
    target: "es2022",
    outDir: "dist",
    write: true,
    emptyOutDir: true,
    cssCodeSplit: false,
    modulePreload: false,
    assetsInlineLimit: 0,
    rollupOptions: { output: { format: "iife", inlineDynamicImports: true } },
  },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
