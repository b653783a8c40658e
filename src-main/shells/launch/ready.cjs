// Old syntax on purpose: comes before everything that an old Node cannot read, and says in one line what is missing.
'use strict'
require('../cli/hemvag.cjs').insist(['dependencies', 'devDependencies'])
