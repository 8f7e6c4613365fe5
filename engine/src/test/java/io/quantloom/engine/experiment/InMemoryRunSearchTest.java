package io.quantloom.engine.experiment;

import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.Seeds;

class InMemoryRunSearchTest extends RunSearchContract {

    @Override
    protected RunStore create() {
        return new InMemoryRunStore(Ids.from(new Seeds(1).random()));
    }
}
