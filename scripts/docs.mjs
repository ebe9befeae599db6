// npm run docs: the site into build/site. `-- dev` serves it while one writes, `-- look` builds it and goes through it with
// a browser (Chromium must be there).
import { build, install, root, run } from './prepare.mjs'

const [what = 'build'] = process.argv.slice(2)
if (!['build', 'dev', 'look'].includes(what)) {
  console.error('usage: npm run docs [-- dev | look]')
  process.exit(2)
}
install()
install('docs')
build('src')
const tools = `${root}docs/tools`
run(process.execPath, [what === 'dev' ? `${tools}/dev.js` : `${tools}/build.js`])
if (what === 'look') run(process.execPath, [`${tools}/look.js`])
