/**
 * People and programs that come in: how they prove who they are, and what an admin does about it.
 */
@NullMarked
package porchlight.central.accounts;

import org.jspecify.annotations.NullMarked;
