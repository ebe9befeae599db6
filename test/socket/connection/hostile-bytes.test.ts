import { answerCases } from './cases/answers.js'
import { framingCases } from './cases/framing.js'
import { idleCases } from './cases/idle.js'
import { requestCases } from './cases/requests.js'
import { playAll } from './hostile.js'

playAll('framing', framingCases)
playAll('requests', requestCases)
playAll('answers', answerCases)
playAll('idle', idleCases)
