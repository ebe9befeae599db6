// The real ring: real Apache Kafka, a real KDC, real foreign clients. Installs and fetches what it lacks.
// `npm run test:kafka -- WORD` runs the test files whose path contains WORD.
import { build, install, root, run } from './prepare.mjs'

install()
install('test/kafka/peers')
install('test/kafka/clients')
install('docs')
install('test/kafka/runtimes')
build('src', 'test')
run(process.execPath, [`${root}build/test/kafka/harness/main.js`, ...process.argv.slice(2)])
