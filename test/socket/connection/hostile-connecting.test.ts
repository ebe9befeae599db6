import { streamCases } from './cases/streams.js'
import { tcpCases } from './cases/tcp.js'
import { tlsCases } from './cases/tls.js'
import { versionCases } from './cases/versions.js'
import { playAll } from './hostile.js'

playAll('tcp', tcpCases)
playAll('TLS', tlsCases)
playAll('streams of dial hooks', streamCases)
playAll('versions', versionCases)
