/** What the operator may set. */
@NullMarked
package porchlight.central.settings;

import org.jspecify.annotations.NullMarked;
