/**
 * What the tests of several packages share: databases, public data, and hand-written fakes of ports. Entry type
 * {@link org.throughline.testing.TestDatabase}.
 */
package org.throughline.testing;
