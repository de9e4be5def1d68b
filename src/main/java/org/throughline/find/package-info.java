/**
 * Finding a submission, a record or a client by what somebody has of it: a number, a name of a file, a hash, a key. Entry type
 * {@link org.throughline.find.FindDesk}; its port is implemented in store. Depends on intake, audit, problem and canonical.
 */
package org.throughline.find;
