// Makes what is built into the binary: one style sheet (sass), one script (esbuild), the static files, each named by
// its digest and compressed beforehand, and the demonstration's files; as an assembler file that takes them in byte
// for byte and a C++ file that lists them. Called by cmake/assets.cmake:  node tools/assets/build.mjs OUT_FOLDER
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { refuse_branding } from './branding.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const out = resolve(process.argv[2] ?? 'build/assets')

const types = {
    '.css': 'text/css; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.txt': 'text/plain; charset=utf-8',
    '.webmanifest': 'application/manifest+json',
}

function stop(sentence) {
    console.error(sentence)
    process.exit(1)
}

async function load(name) {
    if (!existsSync(join(root, 'node_modules', name)))
        stop(`node_modules/${name} is not there. Run npm ci (bin/build does), then build again.`)
    return import(name)
}

async function style_sheet() {
    const sass = await load('sass')
    const result = sass.compile(join(root, 'assets/scss/app.scss'), {
        style: 'compressed',
        loadPaths: [join(root, 'node_modules/govuk-frontend/dist')],
        quietDeps: true,
        charset: false,
    })
    return Buffer.from(result.css)
}

async function script() {
    const esbuild = await load('esbuild')
    const result = await esbuild.build({
        entryPoints: [join(root, 'assets/js/app.js')],
        bundle: true,
        minify: true,
        format: 'esm',
        target: ['es2020'],
        charset: 'utf8',
        legalComments: 'inline',
        write: false,
        logLevel: 'error',
    })
    return Buffer.from(result.outputFiles[0].contents)
}

function names_in(folder, extension = '') {
    const path = join(root, folder)
    if (!existsSync(path))
        return []
    return readdirSync(path).filter((name) => name.endsWith(extension) && !name.startsWith('.')).sort()
}

function asset(name, bytes) {
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
    const extension = extname(name)
    const gzip = gzipSync(bytes, { level: 9 })
    const brotli = brotliCompressSync(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    })
    return {
        name,
        path: `/assets/${name.slice(0, -extension.length)}.${digest}${extension}`,
        type: types[extension] ?? stop(`assets/static/${name}: no content type is known for ${extension}`),
        bytes,
        gzip: gzip.length < bytes.length ? gzip : Buffer.alloc(0),
        brotli: brotli.length < bytes.length ? brotli : Buffer.alloc(0),
    }
}

// Each file of bytes becomes a pair of symbols around what the assembler takes in.
const symbols = []
function symbol(bytes) {
    const name = `lifestory_asset_${symbols.length}`
    const file = join(out, name)
    writeFileSync(file, bytes)
    symbols.push({ name, file })
    return name
}

function assembler() {
    const one = ({ name, file }) =>
        `.global ${name}\n.global ${name}_end\n.balign 16\n${name}:\n.incbin "${file}"\n${name}_end:\n.byte 0\n`
    return `.section .rodata\n${symbols.map(one).join('')}.section .note.GNU-stack,"",@progbits\n`
}

function list(assets, demo) {
    const view = (name) => `view(${name}, ${name}_end)`
    const assets_lines = assets.map((one) =>
        `        {"${one.name}", "${one.path}", "${one.type}", ${view(one.symbols[0])}, ${view(one.symbols[1])}, ${view(one.symbols[2])}},`)
    const demo_lines = demo.map((one) => `        {"${one.name}", ${view(one.symbol)}},`)
    return `// Made by tools/assets/build.mjs.
#include "web/html/assets.h"

extern "C" {
${symbols.map(({ name }) => `extern const char ${name}[], ${name}_end[];`).join('\n')}
}

namespace lifestory::web {

namespace {

std::string_view view(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

} // namespace

const std::vector<Asset>& assets() {
    static const std::vector<Asset> all{
${assets_lines.join('\n')}
    };
    return all;
}

const std::vector<DemoFile>& demo_files() {
    static const std::vector<DemoFile> all{
${demo_lines.join('\n')}
    };
    return all;
}

} // namespace lifestory::web
`
}

mkdirSync(out, { recursive: true })
const css = await style_sheet()
refuse_branding('app.css', css.toString()).forEach(stop)
const assets = [
    asset('app.css', css),
    asset('app.js', await script()),
    ...names_in('assets/static').map((name) => asset(name, readFileSync(join(root, 'assets/static', name)))),
]
for (const one of assets)
    one.symbols = [one.bytes, one.gzip, one.brotli].map(symbol)
const demo = names_in('assets/demo', '.toml').map((name) => (
    { name, symbol: symbol(readFileSync(join(root, 'assets/demo', name))) }))
writeFileSync(join(out, 'assets_bytes.S'), assembler())
writeFileSync(join(out, 'assets_list.cpp'), list(assets, demo))
for (const one of assets)
    console.log(`${one.path}  ${one.bytes.length} bytes, ${one.gzip.length} gzip, ${one.brotli.length} brotli`)
