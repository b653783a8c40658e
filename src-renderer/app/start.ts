// Stands in for the real window until its room is built.
const heading = document.createElement('h1')
heading.textContent = 'Hemväg'
document.getElementById('root')?.append(heading)
document.documentElement.dataset['ready'] = 'true'
