// A login with Kerberos: `node login.js kafka.example.com:9092 alice@EXAMPLE.COM /etc/security/alice.keytab`. Without principal
// and keytab the ticket of `kinit` does. It needs the package `kerberos`; the tests against real Kafka run it with a KDC.
import { connect, gssapi } from 'ottla'
import { Metadata } from 'ottla/messages/Metadata'

const [, host = '', port = ''] = /^(.+):(\d+)$/.exec(process.argv[2] ?? '') ?? []
const [principal, keytab] = process.argv.slice(3)
const sasl = gssapi({ ...(principal !== undefined && { principal }), ...(keytab !== undefined && { keytab }) })

await using connection = await connect({ host, port: Number(port), sasl })
const { brokers } = await connection.send(Metadata, { topics: [] })
console.log(connection.session?.mechanism, 'to a cluster of', brokers.length)
