// For programs that are started: `node --import` of this file.
import { usePeers } from './peers.js'

usePeers()
