/**
 * Classes that each break one architecture rule, so that every rule is seen to report something. Nothing here belongs
 * to the hub.
 */
package org.throughline.planted;
