package io.quantloom.app.wiring;

import io.quantloom.app.config.ProductVersion;
import io.quantloom.engine.model.lightgbm.LightgbmLearner;
import io.quantloom.engine.model.xgboost.XgboostLearner;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a model card says about the machine that made the model. */
final class RuntimeVersions {

    private RuntimeVersions() {}

    /** {@return versions by name} */
    static SortedMap<String, String> all() {
        var versions = new TreeMap<String, String>();
        versions.put("quantloom", ProductVersion.text());
        versions.put("java", Runtime.version().toString());
        versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        versions.put("xgboost", XgboostLearner.LIBRARY);
        versions.put("lightgbm", LightgbmLearner.LIBRARY);
        return versions;
    }
}
