import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const dist = join(here, '../src/App/wwwroot/dist')
const watching = process.argv.includes('--watch')

// Dark tokens are written once and used twice: chosen by the person, or by the device when nobody chose.
const darkTwice = {
  name: 'dark-twice',
  setup(build) {
    build.onLoad({ filter: /tokens-dark\.css$/ }, async ({ path }) => {
      const dark = await readFile(path, 'utf8')
      const auto = dark.replace(':root[data-theme="dark"]', ':root:not([data-theme]), :root[data-theme="auto"]')
      return { loader: 'css', contents: `@media screen {${dark}}\n@media screen and (prefers-color-scheme: dark) {${auto}}` }
    })
  },
}

const manifest = {
  name: 'manifest',
  setup(build) {
    build.onEnd(async ({ metafile, errors }) => {
      if (errors.length) return
      const made = Object.keys(metafile.outputs).map(path => path.split('/').pop()).sort()
      const names = Object.fromEntries(made.map(name => [name.replace(/-[A-Z0-9]{8}(?=\.\w+$)/, ''), name]))
      await writeFile(join(dist, 'manifest.json'), `${JSON.stringify(names, null, 2)}\n`)
      for (const old of await readdir(dist)) {
        if (old !== 'manifest.json' && !made.includes(old)) await rm(join(dist, old), { recursive: true })
      }
      console.log(Object.values(names).join('\n'))
    })
  },
}

const options = {
  absWorkingDir: here,
  entryPoints: [
    { in: 'src/css/unionhall.css', out: 'unionhall' },
    { in: 'src/js/main.js', out: 'unionhall' },
  ],
  outdir: dist,
  entryNames: '[name]-[hash]',
  bundle: true,
  minify: !watching,
  sourcemap: watching ? 'inline' : false,
  format: 'iife',
  target: ['chrome80', 'edge88', 'firefox90', 'ios14'],
  // Safari 14 has a corner-case bug in destructuring that nothing here touches; esbuild would refuse it all.
  supported: { destructuring: true },
  // The content security policy forbids both, htmx is told so by allowEval, and without them it minifies better.
  define: { eval: 'undefined', Function: 'undefined' },
  legalComments: 'none',
  charset: 'utf8',
  metafile: true,
  plugins: [darkTwice, manifest],
  logLevel: 'warning',
}

if (watching) {
  await (await esbuild.context(options)).watch()
} else {
  await esbuild.build(options)
}
