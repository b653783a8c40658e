import './zod-first.ts'
import '@fontsource-variable/source-sans-3/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import '../styles/tokens.css'
import '../styles/base.css'
import { createRoot } from 'react-dom/client'
import { Window } from './window.tsx'

const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<Window />)
