package porchlight.gather.windows.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Antivirus.Product;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.machine.Machine;
import porchlight.machine.ReadServices;

/**
 * Antivirus programs of other makers on a server, by their services. None of them was run here:
 * they are the makers' own names.
 */
final class MakersServices {
  private static final Map<String, String> MAKERS = makers();
  static final ReadServices SERVICES = new ReadServices(List.copyOf(MAKERS.keySet()));

  private MakersServices() {}

  private static Map<String, String> makers() {
    var all = new LinkedHashMap<String, String>();
    all.put("CSFalconService", "CrowdStrike Falcon");
    all.put("SentinelAgent", "SentinelOne");
    all.put("Sophos Endpoint Defense Service", "Sophos");
    all.put("ekrn", "ESET");
    all.put("EPSecurityService", "Bitdefender");
    all.put("mfemms", "Trellix");
    all.put("ntrtscan", "Trend Micro");
    all.put("ds_agent", "Trend Micro Deep Security");
    all.put("SepMasterService", "Symantec Endpoint Protection");
    all.put("cyserver", "Cortex XDR");
    all.put("CbDefense", "Carbon Black");
    all.put("WRSVC", "Webroot");
    all.put("MBAMService", "Malwarebytes");
    all.put("CylanceSvc", "Cylance");
    return all;
  }

  /** Those that are there, running or not. */
  static Reading<List<Product>> read(Machine machine) {
    return Blocks.read(machine, SERVICES)
        .map(blocks -> {
          var products = new ArrayList<Product>();
          for (Block block : blocks) {
            String name = MAKERS.get(block.name());
            String state = block.text("state").orElse("");
            if (block.kind().equals("service") && name != null && !state.equals("absent")) {
              products.add(product(name, state));
            }
          }
          return List.copyOf(products);
        });
  }

  private static Product product(String name, String state) {
    String detail = "only " + name + " itself, or its console, can tell";
    return new Product(
        name,
        switch (state) {
          case "4" -> Reading.known(true);
          case "1" -> Reading.known(false);
          default -> Reading.unknown(Reason.NOT_UNDERSTOOD, "its service is in state " + state);
        },
        Reading.unknown(Reason.NOT_SUPPORTED, detail),
        Reading.unknown(Reason.NOT_SUPPORTED, detail),
        Duration.ZERO,
        Optional.empty());
  }
}
