// ```ts blocks: compiled against the published entry points, strictly.
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import ts from 'typescript'

/** Compiles them into `folder` and gives the path of each one's JavaScript; what is wrong goes to `report`. */
export function compile(fences, { root, folder, report }) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  // Other clients that the pages speak of are packages of the site.
  symlinkSync(`${root}docs/node_modules`, `${folder}/node_modules`, 'junction')
  const origins = new Map()
  for (const fence of fences) {
    const path = `${folder}/${fence.file.replaceAll('/', '-')}-${fence.line}.ts`
    writeFileSync(path, `${fence.code}\nexport {}\n`)
    origins.set(path, fence)
  }
  const { config } = ts.readConfigFile(`${root}tsconfig.base.json`, ts.sys.readFile)
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root)
  const strict = {
    ...options,
    composite: false,
    declaration: false,
    sourceMap: false,
    noUnusedLocals: false,
    rootDir: root,
    outDir: root,
  }
  const program = ts.createProgram([...origins.keys()], { ...strict, typeRoots: [`${root}node_modules/@types`] })
  for (const { file, start, messageText } of ts.getPreEmitDiagnostics(program)) {
    const origin = file && origins.get(file.fileName)
    const line = origin && origin.line + file.getLineAndCharacterOfPosition(start ?? 0).line
    const where = origin ? `${origin.file}:${line}` : (file?.fileName ?? 'options')
    report(`${where}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)
  }
  program.emit()
  return new Map([...origins].map(([path, fence]) => [fence, path.replace(/\.ts$/, '.js')]))
}
