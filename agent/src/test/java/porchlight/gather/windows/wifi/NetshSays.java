package porchlight.gather.windows.wifi;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static porchlight.gather.Readings.known;
import static porchlight.gather.windows.WinCaptures.text;

import porchlight.facts.Reading;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Security;
import porchlight.gather.linux.Told;

/** What netsh prints, and what was made of it. */
abstract class NetshSays {
  static final String OPEN = text("wifi-interfaces/en-win10-open-none.txt");

  static final String WPA2 = text("wifi-interfaces/en-win11-wpa2-personal-older-labels.txt");

  static Reading<Wifi> wifi(String said) {
    return WinWifi.read(
        new Told()
            .says(NetshInterfaces.SHOW, said)
            .says(NetshNetworks.SHOW, text("wifi-networks/en-win11-3-networks-open.txt")));
  }

  static Security security(String said) {
    return assertInstanceOf(Wifi.Joined.class, known(wifi(said))).security();
  }
}
