package io.quantloom.ui.registry;

import io.quantloom.ui.registry.card.CardViewModel;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.shell.Screen;
import io.quantloom.ui.shell.ScreenHeader;
import io.quantloom.ui.shell.ScreenServices;
import javafx.scene.Parent;

/** The Registry page as the window sees it. */
public final class RegistryScreen implements Screen {

    private final ModelListViewModel list;
    private final VersionsViewModel versions;
    private final ChampionViewModel champion;
    private final ScreenHeader header;
    private final Parent root;

    /** Makes view models and views; starts nothing. */
    public RegistryScreen(RegistryPorts ports, ScreenServices services) {
        list = new ModelListViewModel(ports.registry(), services.tasks(), services.events(), services.ui());
        versions = new VersionsViewModel(
                new VersionsViewModel.Stores(ports.registry(), ports.runs(), ports.bots()),
                services.tasks(),
                services.events(),
                services.ui(),
                list);
        champion = new ChampionViewModel(ports.backtests(), services.tasks(), versions);
        var card = new CardViewModel(
                ports.runs(),
                services.tasks(),
                versions.selectedProperty()
                        .map(row -> row.map(one -> one.source().run()).orElse("")));
        var promotion = new PromotionViewModel(ports.promote(), ports.rollBack(), services.tasks(), versions);
        var lineage = new LineageViewModel(versions, services.navigator());
        root = new RegistryView(
                        new RegistryView.Regions(list, versions, champion, card, promotion, lineage),
                        services.window().memory(),
                        services.window().modals(),
                        () -> services.navigator().open(new Destination.Home()))
                .root();
        header = new ScreenHeader()
                .object(versions.selectedProperty()
                        .map(row ->
                                row.map(one -> one.model() + " " + one.label()).orElse("")));
    }

    @Override
    public Page page() {
        return Page.REGISTRY;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ScreenHeader header() {
        return header;
    }

    @Override
    public void attach() {
        list.attach();
        versions.attach();
        champion.attach();
    }

    @Override
    public void detach() {
        list.detach();
        versions.detach();
        champion.detach();
    }

    @Override
    public void show(Destination destination) {
        if (destination instanceof Destination.Registry asked) {
            asked.model().ifPresent(model -> versions.open(model, asked.version()));
        }
    }

    @Override
    public void refresh() {
        list.load();
        versions.load();
        champion.load();
    }
}
