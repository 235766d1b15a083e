package porchlight.central;

import porchlight.central.ledger.Ledger;
import porchlight.central.settings.SettingsFault;

/** What a command does to the ledger, once its words are understood; returns the exit code. */
interface LedgerWork {
  int on(Ledger ledger) throws SettingsFault;
}
