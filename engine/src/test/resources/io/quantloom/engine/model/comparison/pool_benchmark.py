"""Times the ten classifiers of PoolBenchmark as scikit-learn and xgboost do them, one thread, best of some rounds.
usage: pool_benchmark.py ROWS.csv TRAIN ROUNDS
"""
import os

os.environ["OMP_NUM_THREADS"] = "1"
os.environ["OPENBLAS_NUM_THREADS"] = "1"
import sys
import time
import warnings

warnings.filterwarnings("ignore")
import numpy as np
import xgboost
from sklearn.ensemble import AdaBoostClassifier, HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import RidgeClassifier
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

rows = np.loadtxt(sys.argv[1], delimiter=",")
train, rounds = int(sys.argv[2]), int(sys.argv[3])
seen, classes, unseen = rows[:train, :-1], rows[:train, -1].astype(int), rows[train:, :-1]
balance = float((classes == 0).sum() / (classes == 1).sum())
learners = {
    "random-forest": lambda: RandomForestClassifier(class_weight="balanced", random_state=1),
    "svm": lambda: SVC(probability=True, class_weight="balanced", random_state=1),
    "xgboost": lambda: xgboost.XGBClassifier(scale_pos_weight=balance, n_jobs=1, tree_method="hist"),
    "hist-gradient-boosting": lambda: HistGradientBoostingClassifier(random_state=1),
    "adaboost": lambda: AdaBoostClassifier(random_state=1),
    "ridge": lambda: RidgeClassifier(class_weight="balanced"),
    "knn": lambda: KNeighborsClassifier(),
    "mlp": lambda: MLPClassifier(random_state=1),
    # LightGBM and Keras are no part of scikit-learn: their nearest kin.
    "lightgbm": lambda: HistGradientBoostingClassifier(random_state=1),
    "neural-net": lambda: make_pipeline(
        StandardScaler(), MLPClassifier((64, 64), max_iter=100, batch_size=32, random_state=1)
    ),
}
for name, make in learners.items():
    best = float("inf")
    for _ in range(rounds):
        begin = time.process_time()
        model = make().fit(seen, classes)
        getattr(model, "predict_proba", getattr(model, "decision_function", None))(unseen)
        best = min(best, time.process_time() - begin)
    print(name, best)
