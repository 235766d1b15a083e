/** What keeps a Mac as it was made, and whom it obeys and trusts. */
@NullMarked
package porchlight.gather.macos.integrity;

import org.jspecify.annotations.NullMarked;
