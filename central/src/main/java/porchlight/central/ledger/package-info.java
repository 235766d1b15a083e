/** What is remembered: the only room with SQL. */
@NullMarked
package porchlight.central.ledger;

import org.jspecify.annotations.NullMarked;
