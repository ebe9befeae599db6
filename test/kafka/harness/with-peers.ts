import { usePeers } from './peers.js'

/** For `--import`: the program behind it finds Ottla's optional peers. */
usePeers()
