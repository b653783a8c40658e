import './zod-first.ts'
import '../styles/fonts.css'
import '../styles/tokens.css'
import '../styles/base.css'
import { createRoot } from 'react-dom/client'
import { Window } from './window.tsx'

const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<Window />)
