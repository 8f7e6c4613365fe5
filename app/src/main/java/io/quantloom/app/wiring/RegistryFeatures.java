package io.quantloom.app.wiring;

import io.quantloom.engine.model.explanation.ExplainServedModel;
import io.quantloom.engine.registry.FindModel;
import io.quantloom.engine.registry.PromoteModel;
import io.quantloom.engine.registry.RegisterStrategy;
import io.quantloom.engine.registry.RetireAlias;
import io.quantloom.engine.registry.RetireVersion;
import io.quantloom.engine.registry.RollBackModel;

/** The use cases of the registry. */
public record RegistryFeatures(
        FindModel findModel,
        PromoteModel promoteModel,
        RollBackModel rollBackModel,
        RetireAlias retireAlias,
        RetireVersion retireVersion,
        RegisterStrategy registerStrategy,
        ExplainServedModel explainModel) {}
