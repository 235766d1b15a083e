/** Writes packages for macOS on any system: what xar, mkbom and pkgbuild would write. */
@NullMarked
package porchlight.installer.flat;

import org.jspecify.annotations.NullMarked;
