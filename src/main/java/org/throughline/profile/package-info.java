/**
 * Looks at a sample of what a sender sends: its format, and for each column how full it is, which shapes and types its values
 * have, and whether they tell who somebody is. Needs no mapping and no database, and keeps no personal value. Entry type
 * {@link org.throughline.profile.SampleProfiler}. Depends on format, mapping and problem.
 */
package org.throughline.profile;
