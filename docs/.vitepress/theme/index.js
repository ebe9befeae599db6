// VitePress's own theme without its web font: the system's is there at once.
import DefaultTheme from 'vitepress/theme-without-fonts'
import { h } from 'vue'
import Diagnosis from './Diagnosis.vue'
import Picture from './Picture.vue'
import './style.css'

export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { 'home-hero-image': () => h(Diagnosis) }),
  enhanceApp({ app }) {
    app.component('Picture', Picture)
  },
}
